String log = new File(basedir, 'build.log').text
// Groovy's assert would print the whole log.
def expect = { boolean holds, String what -> if (!holds) throw new AssertionError(what) }
def contains = { String text -> expect(log.contains(text), 'build.log lacks: ' + text) }
def lacks = { String text -> expect(!log.contains(text), 'build.log contains: ' + text) }
def count = { int times, String text -> expect(log.count(text) == times, log.count(text) + ' times: ' + text) }

expect((log =~ /\[INFO\] Differentiated 1 class: [0-9.]+ kB in [0-9.]+ s/).find(), 'no summary line')
contains('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0')
// Nothing but classes and what Maven adds goes into the user's jar.
def jar = new java.util.jar.JarFile(new File(basedir, 'target/gradient-1.jar'))
def files = jar.entries().collect { it.name }.findAll { !it.endsWith('/') && !it.startsWith('META-INF/maven/') }
files.removeAll { it ==~ /demo\/DecayDerivatives\$.*\.class/ }
expect(files.sort() == ['META-INF/MANIFEST.MF', 'demo/Decay.class', 'demo/DecayDerivatives.class'], files.toString())

count(2, 'Differentiated 1 class')
contains('[INFO] Dumping *:Decay.loss to ')
def dumps = new File(basedir, 'target/atled/classes/dump').list().sort()
expect(dumps[0] == '001-lift-Decay.loss.txt', dumps.toString())
expect(dumps.any { it.contains('reverse') }, dumps.toString())
