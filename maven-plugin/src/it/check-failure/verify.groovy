String log = new File(basedir, 'build.log').text
// Groovy's assert would print the whole log.
def expect = { boolean holds, String what -> if (!holds) throw new AssertionError(what) }
def contains = { String text -> expect(log.contains(text), 'build.log lacks: ' + text) }
def lacks = { String text -> expect(!log.contains(text), 'build.log contains: ' + text) }
def count = { int times, String text -> expect(log.count(text) == times, log.count(text) + ' times: ' + text) }

String source = new File(basedir, 'src/main/java/demo/Box.java').path
contains('[ERROR] ' + source + ':[12,1] [AtledCheck] the derivatives of volume(double[]) are not right at the example ({2, 3}),' +
        ' x[0] = 2.0, x[1] = 3.0, seed 1.')
expect((log =~ /x\[0\] +12\.0000000000 ± \S+ +6\.00000000000 +0\.50 +<- off/).find(), 'no table')
String example = new File(basedir, 'src/test/java/demo/Examples.java').path
contains('[ERROR] ' + example + ':[10,1] [AtledExample] @ExampleInput of volume(double[]): in the example x[1] is NaN: give a' +
        ' finite number, inside the domain of the method.')
contains('Checked 1 method at 2 examples, seed 1: 0 passed, 2 failed (')
expect(new File(basedir, 'target/atled/check.txt').text.startsWith('demo.Box.volume(double[]): failed\n'), 'check.txt')
expect(new File(basedir, 'target/atled/check.json').text.contains('"outcome": "failed"'), 'check.json')
