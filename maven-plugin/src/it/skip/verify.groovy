String log = new File(basedir, 'build.log').text
assert log.count('[INFO] Differentiation is skipped (atled.skip).') == 2
assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert !log.contains('Differentiated ')
