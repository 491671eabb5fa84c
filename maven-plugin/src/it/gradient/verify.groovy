String log = new File(basedir, 'build.log').text
assert log =~ /\[INFO\] Differentiated 1 class: [0-9.]+ kB in [0-9.]+ s/
assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
// Nothing but classes goes into the user's jar.
def jar = new java.util.jar.JarFile(new File(basedir, 'target/gradient-1.jar'))
assert jar.entries().collect { it.name }.findAll { !it.endsWith('/') && !it.startsWith('META-INF/') }.sort() ==
        ['demo/Decay.class', 'demo/DecayDerivatives.class']
assert jar.entries().collect { it.name }.every { !it.startsWith('META-INF/atled') }
