// Loads nexrender and its actions, and asks aerender for its version.
// Whatever fails ends with one sentence, the last line: that is what the person reads.

const { createRequire } = require('module')
const { spawnSync } = require('child_process')
const { writeFileSync } = require('fs')
const ANSWER_MS = 60000
const [aerender, cli, ...actions] = process.argv.slice(2)

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

function ask(what, program, words) {
  const limits = { encoding: 'utf8', timeout: ANSWER_MS, windowsHide: true }
  const told = spawnSync(program, words, limits)
  if (told.error) stop(`${what} cannot be started: ${told.error.message}`)
  return { code: told.status, text: `${told.stdout}\n${told.stderr}` }
}

for (const part of ['@nexrender/core', ...actions]) {
  try {
    createRequire(cli)(part)
  } catch (error) {
    stop(`${part} cannot be loaded: ${error.message.split('\n')[0]}`)
  }
}
try {
  writeFileSync('written', 'by nexrender')
} catch (error) {
  stop(`nexrender may not write where it has to: ${error.message}`)
}
const started = ask('nexrender', process.execPath, [...process.execArgv, cli, '--version'])
if (started.code !== 0) stop(`nexrender does not start: ${started.text.trim().split('\n').pop()}`)
const answer = ask('aerender', aerender, ['-version'])
const version = /aerender version [^\r\n]*/i.exec(answer.text)
if (!version) {
  const first = answer.text.trim().split('\n')[0] || 'it printed nothing'
  stop(`“${aerender}” does not answer as aerender does: ${first}`)
}
console.log(version[0])
