package io.github.dnscli.common.record;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The words of one entry of a zone file, as slices of the text; used again for each entry, so that a file of a million
/// records is read without an object for each of its words.
public final class Words {

    private byte[] text = {};
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private boolean[] quoted = new boolean[16];
    private int size;

    /// Makes an empty list of words.
    public Words() {}

    /// {@return these words, wherever each comes from}
    public static Words of(List<Token> tokens) {
        var words = new Words();
        if (!tokens.isEmpty() && tokens.stream().allMatch(tokens.getFirst()::sharesTextWith)) {
            words.begin(tokens.getFirst().source());
            tokens.forEach(token -> words.add(token.start(), token.end(), token.quoted()));
        } else {
            words.gather(tokens);
        }
        return words;
    }

    private void gather(List<Token> tokens) {
        var gathered = new ByteArrayOutputStream();
        for (var token : tokens) {
            int start = gathered.size();
            gathered.write(token.source(), token.start(), token.length());
            add(start, gathered.size(), token.quoted());
        }
        text = gathered.toByteArray();
    }

    /// Forgets all words and begins anew.
    ///
    /// @param source the text that the next words are slices of
    public void begin(byte[] source) {
        text = source;
        size = 0;
    }

    /// Adds a word.
    ///
    /// @param start its first octet, behind the opening quote if it is quoted
    /// @param end the octet behind it, on the closing quote if it is quoted
    public void add(int start, int end, boolean isQuoted) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            quoted = Arrays.copyOf(quoted, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        quoted[size++] = isQuoted;
    }

    /// Puts two words in the place of one.
    public void split(int index, int firstEnd, int secondStart, int secondEnd) {
        int start = starts[index];
        add(0, 0, false);
        System.arraycopy(starts, index, starts, index + 1, size - index - 1);
        System.arraycopy(ends, index, ends, index + 1, size - index - 1);
        System.arraycopy(quoted, index, quoted, index + 1, size - index - 1);
        starts[index] = start;
        ends[index] = firstEnd;
        quoted[index] = false;
        starts[index + 1] = secondStart;
        ends[index + 1] = secondEnd;
        quoted[index + 1] = true;
    }

    /// {@return the text that the words are slices of, to be read only}
    public byte[] text() {
        return text;
    }

    /// {@return how many words there are}
    public int size() {
        return size;
    }

    /// {@return the first octet of a word}
    public int start(int index) {
        return starts[index];
    }

    /// {@return the octet behind a word}
    public int end(int index) {
        return ends[index];
    }

    /// {@return whether a word stands in double quotes}
    public boolean isQuoted(int index) {
        return quoted[index];
    }

    /// {@return a word}
    public Token token(int index) {
        return new Token(text, starts[index], ends[index], quoted[index]);
    }

    /// {@return all words}
    public List<Token> tokens() {
        var tokens = new ArrayList<Token>(size);
        for (int i = 0; i < size; i++) {
            tokens.add(token(i));
        }
        return List.copyOf(tokens);
    }
}
