String log = new File(basedir, 'build.log').text
assert log.count('Differentiated 1 class') == 1
assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
