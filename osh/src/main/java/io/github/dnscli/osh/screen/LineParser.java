package io.github.dnscli.osh.screen;

import io.github.dnscli.osh.words.CommandText;
import io.github.dnscli.osh.words.Word;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Tells JLine what the words of a line are. A line that makes no sense is taken all the same: the shell says why.
final class LineParser implements Parser {

    /// The words of the command that the cursor is in, as far as the cursor.
    ///
    /// @param typed the words, the last one at the cursor
    /// @param line the line
    /// @param cursor where the cursor is
    private record Parsed(List<Word> typed, String line, int cursor)
            implements CompletingParsedLine {

        @Override
        public String word() {
            return typed.getLast().text();
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return typed.size() - 1;
        }

        @Override
        public List<String> words() {
            return typed.stream().map(Word::text).toList();
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return Word.quoted(candidate.toString());
        }

        @Override
        public int rawWordCursor() {
            return cursor - typed.getLast().start();
        }

        @Override
        public int rawWordLength() {
            return rawWordCursor();
        }
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        return new Parsed(CommandText.atEnd(line.substring(0, cursor)), line, cursor);
    }

    @Override
    public boolean isEscapeChar(char letter) {
        return letter == '\\';
    }
}
