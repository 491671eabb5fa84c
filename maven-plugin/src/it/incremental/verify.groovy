String log = new File(basedir, 'build.log').text
assert log.count('BUILD SUCCESS') == 2
assert log.count('Differentiated 1 class') == 1
assert log.contains('compared 2 class files')
