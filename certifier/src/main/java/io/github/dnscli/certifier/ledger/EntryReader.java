package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.DecodedCertificate;
import io.github.dnscli.certificate.Pem;
import io.github.dnscli.certificate.PemText;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.certifier.plan.IssuedChain;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads what [EntryWriter] wrote, and nothing else: a text that was meddled with is better not believed.
final class EntryReader {

    private static final int MAX_LENGTH = 1 << 18;

    /// At the beginning of a line: within one it may be the word of another.
    private static final String PEM = "\n-----BEGIN ";

    private final String id;
    private final List<DomainName> names = new ArrayList<>();
    private final List<DomainName> places = new ArrayList<>();
    private final List<PlacedOrder> orders = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();
    private Optional<KeptChain> chain = Optional.empty();
    private Optional<KeptAdvice> advice = Optional.empty();
    private Optional<PendingOrder> pending = Optional.empty();
    private Optional<Failures> failures = Optional.empty();
    private Optional<Instant> limited = Optional.empty();
    private Optional<Instant> withdrawn = Optional.empty();

    private EntryReader(String id) {
        this.id = id;
    }

    /// {@return the entry that a text is}
    ///
    /// @param id what it is about
    static ParsedEntry read(String id, String text) {
        if (text.length() > MAX_LENGTH) {
            return new ParsedEntry.Invalid("it is too long");
        }
        if (!text.startsWith(EntryWriter.VERSION + "\n")) {
            return new ParsedEntry.Invalid(
                    "it does not begin with '%s'".formatted(EntryWriter.VERSION));
        }
        var reader = new EntryReader(id);
        int pem = text.indexOf(PEM);
        var lines = (pem < 0 ? text : text.substring(0, pem)).lines().skip(1).toList();
        for (int i = 0; i < lines.size(); i++) {
            try {
                reader.add(lines.get(i), pem < 0 ? "" : text.substring(pem));
            } catch (IllegalArgumentException | DateTimeException _) {
                return new ParsedEntry.Invalid("line %s makes no sense".formatted(i + 2));
            }
        }
        return new ParsedEntry.Valid(reader.entry());
    }

    private LedgerEntry entry() {
        return new LedgerEntry(
                id,
                names,
                new Whereabouts(places, refusal, withdrawn),
                chain,
                advice,
                new OrderBook(orders, pending, failures, limited));
    }

    private void add(String line, String pem) {
        var words = line.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "name" -> names.add(name(rest));
            case "place" -> places.add(name(rest));
            case "refused" -> refusal = Optional.of(rest);
            case "withdrawn" -> withdrawn = Optional.of(Instant.parse(rest));
            case "order" -> orders.add(order(fields(rest, 2)));
            case "pending" -> pending = Optional.of(pending(fields(rest, 2)));
            case "limited" -> limited = Optional.of(Instant.parse(rest));
            case "failures" -> failures = Optional.of(failures(fields(rest, 6)));
            case "advice" -> advice = Optional.of(advice(fields(rest, 6)));
            case "certificate" -> chain = Optional.of(chain(fields(rest, 2), pem));
            default -> throw new IllegalArgumentException(line);
        }
    }

    /// {@return so many fields; those that are missing at the end are empty, and the last may have blanks in it}
    private static String[] fields(String text, int count) {
        var found = text.split(" ", count);
        var fields = new String[count];
        for (int i = 0; i < count; i++) {
            fields[i] = i < found.length ? found[i] : "";
        }
        return fields;
    }

    private static DomainName name(String text) {
        return switch (DomainName.parse(text, DomainName.ROOT)) {
            case ParsedName.Valid(var name) -> name;
            case ParsedName.Invalid(var problem, _) -> throw new IllegalArgumentException(problem);
        };
    }

    private static PlacedOrder order(String[] fields) {
        return new PlacedOrder(Instant.parse(fields[0]), fields[1]);
    }

    private static PendingOrder pending(String[] fields) {
        return new PendingOrder(fields[0], fields[1]);
    }

    private static Failures failures(String[] fields) {
        var kind = Failure.Kind.valueOf(fields[4].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Failures(
                fields[3],
                Integer.parseInt(fields[0]),
                Instant.parse(fields[1]),
                new Failure(kind, fields[5]),
                Instant.parse(fields[2]));
    }

    private static KeptAdvice advice(String[] fields) {
        return new KeptAdvice(
                fields[0],
                new RenewalAdvice(
                        Instant.parse(fields[2]),
                        Instant.parse(fields[3]),
                        fields[5].isEmpty() ? Optional.empty() : Optional.of(URI.create(fields[5])),
                        Instant.parse(fields[4])),
                Instant.parse(fields[1]));
    }

    private static KeptChain chain(String[] fields, String pem) {
        var certificates =
                Pem.parse(pem).blocks(PemText.CERTIFICATE).stream()
                        .map(block -> certificate(block.der()))
                        .toList();
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("no certificate");
        }
        return new KeptChain(
                fields[1],
                new IssuedChain(
                        certificates.getFirst(), certificates.subList(1, certificates.size())),
                fields[0].equals("settled"));
    }

    private static Certificate certificate(byte[] der) {
        return switch (Certificate.decode(der)) {
            case DecodedCertificate.Valid(var certificate) -> certificate;
            case DecodedCertificate.Invalid(var problem) ->
                    throw new IllegalArgumentException(problem);
        };
    }
}
