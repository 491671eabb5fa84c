String log = new File(basedir, 'build.log').text
// Groovy's assert would print the whole log.
def expect = { boolean holds, String what -> if (!holds) throw new AssertionError(what) }
def contains = { String text -> expect(log.contains(text), 'build.log lacks: ' + text) }
def lacks = { String text -> expect(!log.contains(text), 'build.log contains: ' + text) }
def count = { int times, String text -> expect(log.count(text) == times, log.count(text) + ' times: ' + text) }

String source = new File(basedir, 'src/main/java/demo/Decay.java').path
contains('[INFO] ' + source + ':[23,1] [AtledNoExample] unchecked(double) has no example input, so that its derivatives' +
        ' are not checked. Annotate it @ExampleInput({…}) with arguments, or a static method that returns arguments' +
        ' @ExampleInput(of = "unchecked").')
contains('[INFO] Checked 2 methods at 2 examples, seed 1: 2 passed, 0 failed; 1 method not checked (')
contains('[INFO] Checked 1 method at 1 example, seed 7: 1 passed, 0 failed (')
contains('[INFO] The check of derivatives is skipped (atled.skip).')
contains('[WARNING] No derivative was checked: 1 differentiable method and no usable example. Annotate methods @ExampleInput.')
def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/atled/check.json'))
expect(json.seed == 1 && json.checked == [] && json.unchecked == ['demo.Decay.unchecked(double)'], json.toString())
expect(new File(basedir, 'target/atled/check.txt').text == 'demo.Decay.unchecked(double): not checked\n', 'check.txt')
