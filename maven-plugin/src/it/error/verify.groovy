String log = new File(basedir, 'build.log').text
String source = new File(basedir, 'src/main/java/demo/Bits.java').path
// As javac prints it, so that an IDE links to the line.
assert log =~ /\[ERROR\] ${java.util.regex.Pattern.quote(source)}:\[10,1\] \[Atled\w+\] .*doubleToLongBits/
assert log =~ /Differentiation failed with 1 error, listed above; no class file was changed/
assert log.contains('MojoFailureException') || log.contains('BUILD FAILURE')
assert !log.contains('Differentiated ')
// Square was fine, and is not written all the same.
assert !new File(basedir, 'target/atled/classes/state').exists()
