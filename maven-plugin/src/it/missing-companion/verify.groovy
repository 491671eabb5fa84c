String log = new File(basedir, 'build.log').text
String source = new File(basedir, 'src/main/java/demo/Decay.java').path
assert log.contains('[ERROR] ' + source + ':[12,1] [AtledMissingCompanion] demo.Decay.loss is annotated' +
        ' @Differentiable, but there is no demo.DecayDerivatives: the annotation processor did not run. Put' +
        ' atled-annotation-processor into <annotationProcessorPaths> of maven-compiler-plugin (without Maven: javac' +
        ' -processorpath); JDK 23 and later ignore a processor that is merely on the class path.')
assert log.contains('Differentiation failed with 1 error, listed above; no class file was changed')
