String log = new File(basedir, 'build.log').text
// Groovy's assert would print the whole log.
def expect = { boolean holds, String what -> if (!holds) throw new AssertionError(what) }
def contains = { String text -> expect(log.contains(text), 'build.log lacks: ' + text) }
def lacks = { String text -> expect(!log.contains(text), 'build.log contains: ' + text) }
def count = { int times, String text -> expect(log.count(text) == times, log.count(text) + ' times: ' + text) }

count(2, '[INFO] Differentiation is skipped (atled.skip).')
contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
lacks('Differentiated ')
contains('This plugin has 5 goals:')
contains('atled:explain')
contains('atled:test-differentiate')
