String log = new File(basedir, 'build.log').text
// Groovy's assert would print the whole log.
def expect = { boolean holds, String what -> if (!holds) throw new AssertionError(what) }
def contains = { String text -> expect(log.contains(text), 'build.log lacks: ' + text) }
def lacks = { String text -> expect(!log.contains(text), 'build.log contains: ' + text) }
def count = { int times, String text -> expect(log.count(text) == times, log.count(text) + ' times: ' + text) }

String source = new File(basedir, 'src/main/java/demo/Decay.java').path
contains('[ERROR] ' + source + ':[12,1] [AtledMissingCompanion] demo.Decay.loss is annotated' +
        ' @Differentiable, but there is no demo.DecayDerivatives: the annotation processor did not run. Put' +
        ' atled-annotation-processor into <annotationProcessorPaths> of maven-compiler-plugin (without Maven: javac' +
        ' -processorpath); JDK 23 and later ignore a processor that is merely on the class path. Then compile' +
        ' everything again (mvn clean).')
contains('Differentiation failed with 1 error, listed above; no class file was changed')
