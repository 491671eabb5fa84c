String log = new File(basedir, 'build.log').text
// Groovy's assert would print the whole log.
def expect = { boolean holds, String what -> if (!holds) throw new AssertionError(what) }
def contains = { String text -> expect(log.contains(text), 'build.log lacks: ' + text) }
def lacks = { String text -> expect(!log.contains(text), 'build.log contains: ' + text) }
def count = { int times, String text -> expect(log.count(text) == times, log.count(text) + ' times: ' + text) }

String source = new File(basedir, 'src/main/java/demo/Bits.java').path
// As javac prints it, so that an IDE links to the line.
contains('[ERROR] ' + source + ':[10,1] [AtledBitCast] Double.doubleToLongBits takes a number apart into bits,' +
        ' which has no derivative. Compute with the number itself, or keep values that depend on a differentiated' +
        ' parameter out of this call.')
contains('Differentiation failed with 1 error, listed above; no class file was changed')
lacks('Differentiated ')
// Square was fine, and is not written all the same.
expect(!new File(basedir, 'target/atled/classes/state').exists(), 'a state was written')

// The second run explains.
contains('demo.Bits.roundTrip(double) by x: impossible')
contains('at line 10 because [AtledBitCast] Double.doubleToLongBits takes a number apart into bits')
lacks('demo.Square.square(double)')
expect(new File(basedir, 'target/atled/classes/closure.json').text.contains('"verdict": "impossible"'), 'closure.json')
