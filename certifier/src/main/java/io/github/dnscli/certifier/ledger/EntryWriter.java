package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certifier.authority.RenewalAdvice;
import java.net.URI;

/// Writes entries as text, a word for each line and what it is about:
///
/// ```
/// version 1
/// name www.example
/// place _letsencrypt._tcp.www.example
/// order 2026-11-22T12:00:00Z https://ca.example/directory
/// certificate https://ca.example/directory settled
/// -----BEGIN CERTIFICATE-----
/// ```
final class EntryWriter {

    static final String VERSION = "version 1";

    /// Longer texts of others are cut.
    private static final int MAX_LINE = 2000;

    /// Longer ones are left out: what is cut may be none any more.
    private static final int MAX_URL = 1000;

    private final StringBuilder text = new StringBuilder();

    private EntryWriter() {}

    static String write(LedgerEntry entry) {
        var writer = new EntryWriter();
        writer.add(entry);
        return writer.text.toString();
    }

    private void add(LedgerEntry entry) {
        text.append(VERSION).append('\n');
        entry.names().forEach(name -> line("name", name.display()));
        entry.places().forEach(place -> line("place", place.display()));
        entry.refusal().ifPresent(reason -> line("refused", reason));
        entry.withdrawn().ifPresent(since -> line("withdrawn", since));
        entry.orders().forEach(order -> line("order", order.at(), order.authority()));
        entry.pending().ifPresent(one -> line("pending", one.authority(), one.reference()));
        entry.limited().ifPresent(opens -> line("limited", opens));
        entry.failures().ifPresent(this::add);
        entry.advice().ifPresent(this::add);
        entry.chain().ifPresent(this::add);
    }

    private void add(Failures failures) {
        line(
                "failures",
                failures.count(),
                failures.next(),
                failures.at(),
                failures.authority(),
                failures.last().kind().word(),
                failures.last().problem());
    }

    private void add(KeptAdvice kept) {
        RenewalAdvice advice = kept.advice();
        line(
                "advice",
                kept.serial(),
                kept.moment(),
                advice.start(),
                advice.end(),
                advice.askAgain(),
                advice.explanation()
                        .map(URI::toString)
                        .filter(url -> url.length() <= MAX_URL)
                        .orElse(""));
    }

    private void add(KeptChain kept) {
        line("certificate", kept.settled() ? "settled" : "unsettled", kept.authority());
        text.append(kept.chain().leaf().pem());
        kept.chain().authorities().forEach(one -> text.append(one.pem()));
    }

    /// What others said must not look like a line of its own.
    private void line(Object... words) {
        var line = new StringBuilder();
        for (var word : words) {
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        String flat = line.toString().replaceAll("\\p{Cntrl}+", " ").strip();
        text.append(flat, 0, Math.min(flat.length(), MAX_LINE)).append('\n');
    }
}
