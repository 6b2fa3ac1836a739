// Plays bytes into @xterm/headless and says what stands on its screen.
//
// Standard input: one JSON object a line, { columns, rows, scrollback, data: base64, at: [offsets], history: bool }.
// Standard output: for each offset one JSON object a line, see snapshot(). Rows are short: text per cell, widths as digits,
// styles as runs [count, style]; a style is written as in Style below, empty for the default.
import { createInterface } from 'node:readline';
import addon from '@xterm/addon-unicode11';
import headless from '@xterm/headless';

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const terminal = new headless.Terminal({
    cols: request.columns, rows: request.rows, scrollback: request.scrollback, allowProposedApi: true,
    windowOptions: { pushTitle: true, popTitle: true },
  });
  keepHalvesAndLastCells(terminal);
  terminal.loadAddon(new addon.Unicode11Addon());
  terminal.unicode.activeVersion = '11';
  let title = '';
  terminal.onTitleChange(text => { title = text; });

  const data = Buffer.from(request.data, 'base64');
  let from = 0;
  for (const to of request.at) {
    await new Promise(done => terminal.write(data.subarray(from, to), done));
    from = to;
    process.stdout.write(JSON.stringify(snapshot(terminal, title, request.history)) + '\n');
  }
  terminal.dispose();
}

// Two differences of docs/terminal-differences.md, "Wide characters", both as in xterm: the half that is left when the other is overwritten
// keeps its attributes, and a last cell that a wide character did not fit in keeps what it shows. xterm.js blanks both in those of the pen,
// which is the only use it has for code point 0 and width 1 in this method.
function keepHalvesAndLastCells(terminal) {
  const line = Object.getPrototypeOf(terminal._core.buffer.lines.get(0));
  if (line.isPatched) return;
  const original = line.setCellFromCodepoint;
  line.setCellFromCodepoint = function (index, codePoint, width, attributes) {
    if (codePoint !== 0 || width !== 1) return original.call(this, index, codePoint, width, attributes);
    if (this.getWidth(index) === 1) return;
    const own = this.loadCell(index, terminal._core.buffer.getNullCell().clone());
    return original.call(this, index, 0, 1, own);
  };
  line.isPatched = true;
}

function snapshot(terminal, title, withHistory) {
  const buffer = terminal.buffer.active;
  const lines = [];
  for (let y = withHistory ? 0 : buffer.baseY; y < buffer.baseY + terminal.rows; y++) lines.push(row(terminal, buffer.getLine(y)));
  return {
    cursorColumn: buffer.cursorX, cursorRow: buffer.cursorY, alternate: buffer.type === 'alternate', history: buffer.baseY, title,
    applicationCursor: terminal.modes.applicationCursorKeysMode, applicationKeypad: terminal.modes.applicationKeypadMode,
    bracketedPaste: terminal.modes.bracketedPasteMode, insert: terminal.modes.insertMode, origin: terminal.modes.originMode,
    wraparound: terminal.modes.wraparoundMode, mouse: terminal.modes.mouseTrackingMode, focus: terminal.modes.sendFocusMode, lines,
  };
}

function row(terminal, line) {
  const text = [];
  let widths = '';
  const styles = [];
  for (let x = 0; x < terminal.cols; x++) {
    const cell = line.getCell(x);
    text.push(cell.getChars());
    // Inserting in the middle of a wide character leaves its right half by itself, without text and width.
    const isStray = cell.getWidth() === 0 && !widths.endsWith('2');
    widths += isStray ? 1 : cell.getWidth();
    const style = describe(cell);
    if (styles.length > 0 && styles.at(-1)[1] === style) styles.at(-1)[0]++;
    else styles.push([1, style]);
  }
  return { text, widths, styles };
}

// fg, bg and underline colour as p<index> or #rrggbb, then attributes by name, all separated by spaces.
function describe(cell) {
  const words = [];
  if (!cell.isFgDefault()) words.push('fg=' + color(cell.isFgRGB(), cell.getFgColor()));
  if (!cell.isBgDefault()) words.push('bg=' + color(cell.isBgRGB(), cell.getBgColor()));
  if (cell.isBold()) words.push('bold');
  if (cell.isDim()) words.push('faint');
  if (cell.isItalic()) words.push('italic');
  if (cell.isUnderline()) words.push('underline' + Math.max(1, cell.extended.underlineStyle));
  if (cell.isBlink()) words.push('blink');
  if (cell.isInverse()) words.push('inverse');
  if (cell.isInvisible()) words.push('invisible');
  if (cell.isStrikethrough()) words.push('strikethrough');
  if (cell.isOverline()) words.push('overline');
  // SGR 59 leaves all bits of the colour set, which reads as white.
  const hasColor = !cell.isUnderlineColorDefault() && cell.extended.underlineColor !== 0x3ffffff;
  if (cell.isUnderline() && hasColor) words.push('ul=' + color(cell.isUnderlineColorRGB(), cell.getUnderlineColor()));
  return words.join(' ');
}

function color(isRgb, value) {
  return isRgb ? '#' + value.toString(16).padStart(6, '0') : 'p' + value;
}
