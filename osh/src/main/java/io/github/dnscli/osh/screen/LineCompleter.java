package io.github.dnscli.osh.screen;

import io.github.dnscli.osh.complete.Completion;
import io.github.dnscli.osh.complete.Offer;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/// Gives JLine what a word can become.
///
/// @param completion knows it
record LineCompleter(Completion completion) implements Completer {

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        completion.of(line.line().substring(0, line.cursor())).stream()
                .map(LineCompleter::candidate)
                .forEach(candidates::add);
    }

    private static Candidate candidate(Offer offer) {
        return new Candidate(
                offer.word(),
                offer.word(),
                offer.kind(),
                orNothing(offer.description()),
                null,
                null,
                offer.isWhole());
    }

    private static @Nullable String orNothing(String text) {
        return text.isEmpty() ? null : text;
    }
}
