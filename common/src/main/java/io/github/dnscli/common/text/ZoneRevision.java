package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;

/// One walk through a file along a plan. It follows what a reader of the new text will know at each line – the last
/// owner, the TTL in force – and writes them where a line no longer says what it should.
final class ZoneRevision {

    private final ZoneFile file;
    private final EditPlan plan;
    private final byte[] text;
    private final ByteArrayOutputStream revised;
    private byte lastOctet = '\n';
    private final Iterator<Directive.DefaultTtl> ttlDirectives;
    private Optional<Directive.DefaultTtl> nextTtlDirective;
    private final TtlInForce ttlInForce;
    private Optional<DomainName> lastOwner = Optional.empty();
    private final String lineEnd;
    private int copied;

    ZoneRevision(ZoneFile file, EditPlan plan) {
        this.file = file;
        this.plan = plan;
        this.text = file.source().octets();
        this.revised = new ByteArrayOutputStream(text.length + 256);
        this.ttlInForce = new TtlInForce(file.options().defaultTtl());
        this.ttlDirectives =
                file.directives().stream()
                        .filter(Directive.DefaultTtl.class::isInstance)
                        .map(Directive.DefaultTtl.class::cast)
                        .iterator();
        this.nextTtlDirective = advance();
        this.lineEnd = lineEndOf(text);
    }

    private Optional<Directive.DefaultTtl> advance() {
        return ttlDirectives.hasNext() ? Optional.of(ttlDirectives.next()) : Optional.empty();
    }

    byte[] text() {
        for (int i = 0; i < plan.records().size(); i++) {
            var placed = plan.records().get(i);
            if (!plan.isWrittenHere(placed)) {
                // Behind such a record owner and TTL are in force that were so before it.
                continue;
            }
            passDirectives(placed.start());
            plan.fate(i).ifPresentOrElse(record -> revise(placed, record), () -> leaveOut(placed));
            for (var record : plan.additions(i)) {
                copyTo(placed.end());
                add(record, LineLayout.of(placed), placed.origin());
            }
        }
        passDirectives(text.length);
        copyTo(text.length);
        plan.additions(EditPlan.END).forEach(r -> add(r, LineLayout.PLAIN, lastOrigin()));
        return revised.toByteArray();
    }

    private void passDirectives(int offset) {
        while (nextTtlDirective.isPresent() && nextTtlDirective.get().start() < offset) {
            ttlInForce.directive(nextTtlDirective.get().ttl());
            nextTtlDirective = advance();
        }
    }

    private DomainName lastOrigin() {
        var origins =
                file.directives().stream().filter(Directive.Origin.class::isInstance).toList();
        return origins.isEmpty() ? file.origin() : ((Directive.Origin) origins.getLast()).origin();
    }

    private void copyTo(int offset) {
        if (offset > copied) {
            revised.write(text, copied, offset - copied);
            lastOctet = text[offset - 1];
            copied = offset;
        }
    }

    private void leaveOut(PlacedRecord placed) {
        copyTo(placed.start());
        copied = placed.end();
    }

    private void revise(PlacedRecord placed, ResourceRecord record) {
        boolean wantsOwner = !placed.hasOwner() && !isLastOwner(record.owner());
        boolean wantsTtl =
                placed.hasTtl()
                        ? !placed.record().ttl().equals(record.ttl())
                        : !ttlInForce.peek(record.data()).ttl().equals(record.ttl());
        boolean wantsData = !placed.record().data().equals(record.data());
        if (wantsOwner || wantsTtl || wantsData) {
            var line = new RevisedLine(placed);
            if (wantsOwner) {
                line.writeOwner(record.owner());
            }
            if (wantsTtl) {
                line.writeTtl(record.ttl());
            }
            if (wantsData) {
                line.writeData(record.data());
            }
            line.patches().stream()
                    .sorted(Comparator.comparingInt(Patch::start))
                    .forEach(this::apply);
        }
        note(record, placed.hasTtl() || wantsTtl);
    }

    private void apply(Patch patch) {
        copyTo(patch.start());
        revised.writeBytes(patch.text().getBytes(StandardCharsets.US_ASCII));
        copied = patch.end();
    }

    private boolean isLastOwner(DomainName owner) {
        return lastOwner.filter(owner::equals).isPresent();
    }

    private void note(ResourceRecord record, boolean hasTtl) {
        lastOwner = Optional.of(record.owner());
        if (hasTtl) {
            ttlInForce.written(record.ttl().seconds());
        } else {
            ttlInForce.take(record.data());
        }
    }

    private void add(ResourceRecord record, LineLayout layout, DomainName origin) {
        boolean wantsTtl =
                layout.hasTtl() || !ttlInForce.peek(record.data()).ttl().equals(record.ttl());
        String owner =
                !layout.hasOwner() && isLastOwner(record.owner())
                        ? ""
                        : record.owner().relativeTo(origin);
        String line =
                layout.line(
                        owner,
                        wantsTtl ? Optional.of(record.ttl()) : Optional.empty(),
                        record.type(),
                        record.data().text(origin));
        addLine(line);
        note(record, wantsTtl);
    }

    private void addLine(String line) {
        String added = (lastOctet == '\n' ? "" : lineEnd) + line + lineEnd;
        revised.writeBytes(added.getBytes(StandardCharsets.US_ASCII));
        lastOctet = '\n';
    }

    /// {@return how the first line of a text ends}
    private static String lineEndOf(byte[] text) {
        int at = 0;
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return at > 0 && at < text.length && text[at - 1] == '\r' ? "\r\n" : "\n";
    }
}
