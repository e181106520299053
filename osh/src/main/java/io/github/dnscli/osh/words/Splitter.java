package io.github.dnscli.osh.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Splits a line as POSIX shells do: blanks part words; single quotes hold all together, double quotes all but the backslash
/// before a quote or a backslash; a backslash takes the next letter as it is; a semicolon ends a command, as does the end of
/// a line where several were pasted at once; `#` at the start of a word begins a comment. What shells know besides, such as pipes, is refused rather than taken for words.
final class Splitter {

    private static final String UNKNOWN = "|&<>";

    private final String line;
    private final List<List<Word>> commands = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start = -1;
    private int at;
    private Optional<CommandText.Problem> problem = Optional.empty();

    Splitter(String line) {
        this.line = line;
    }

    CommandText split() {
        read();
        endWord();
        endCommand();
        return new CommandText(commands, problem);
    }

    List<Word> atEnd() {
        read();
        if (start < 0) {
            start = at;
        }
        endWord();
        return words;
    }

    private void read() {
        while (at < line.length() && problem.isEmpty()) {
            letter(line.charAt(at));
        }
    }

    private void letter(char letter) {
        if (letter == ';' || letter == '\n') {
            endWord();
            endCommand();
            at++;
        } else if (Character.isWhitespace(letter)) {
            endWord();
            at++;
        } else if (letter == '#' && start < 0) {
            int end = line.indexOf('\n', at);
            at = end < 0 ? line.length() : end;
        } else if (UNKNOWN.indexOf(letter) >= 0) {
            refuse("'" + letter + "' means nothing here; in quotes it is a letter like others", at);
        } else {
            inWord(letter);
        }
    }

    private void inWord(char letter) {
        if (start < 0) {
            start = at;
        }
        switch (letter) {
            case '\'', '"' -> quoted(letter);
            case '\\' -> escaped();
            default -> {
                word.append(letter);
                at++;
            }
        }
    }

    private void escaped() {
        if (at + 1 == line.length()) {
            refuse("a backslash with nothing behind it", at);
            return;
        }
        word.append(line.charAt(at + 1));
        at += 2;
    }

    private void quoted(char quote) {
        int opened = at++;
        while (at < line.length() && line.charAt(at) != quote) {
            if (quote == '"' && line.charAt(at) == '\\' && isEscape(at + 1)) {
                at++;
            }
            word.append(line.charAt(at++));
        }
        if (at == line.length()) {
            refuse("the quote " + quote + " is not closed", opened);
        }
        at++;
    }

    private boolean isEscape(int index) {
        return index < line.length() && "\"\\".indexOf(line.charAt(index)) >= 0;
    }

    private void refuse(String message, int index) {
        problem = Optional.of(new CommandText.Problem(message, index + 1));
    }

    private void endWord() {
        if (start >= 0) {
            words.add(new Word(word.toString(), start, Math.min(at, line.length())));
            word.setLength(0);
            start = -1;
        }
    }

    private void endCommand() {
        if (!words.isEmpty()) {
            commands.add(words);
            words = new ArrayList<>();
        }
    }
}
