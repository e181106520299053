package io.github.dnscli.common.wire;

import io.github.dnscli.common.name.DomainName;
import java.util.HashMap;
import java.util.Map;
import org.xbill.DNS.DNSOutput;

/// The names written so far, for later ones to point to (RFC 1035 §4.1.4). A name points only to one spelled with the
/// same case of letters, so that compression loses nothing.
final class NameTable {

    private static final int POINTER = 0xc000;
    private static final int FARTHEST = 0x3fff;

    private record Entry(DomainName name, int offset) {}

    private final Map<DomainName, Entry> entries = new HashMap<>();

    void write(DomainName name, DNSOutput output) {
        byte[] wire = name.wire();
        var rest = name;
        int at = 0;
        while (!rest.isRoot()) {
            var known = entries.get(rest);
            if (known != null && known.name().isSpelledLike(rest)) {
                output.writeByteArray(wire, 0, at);
                output.writeU16(POINTER | known.offset());
                return;
            }
            remember(rest, output.current() + at);
            at += wire[at] + 1;
            rest = rest.parent();
        }
        output.writeByteArray(wire);
    }

    private void remember(DomainName name, int offset) {
        if (offset <= FARTHEST) {
            entries.putIfAbsent(name, new Entry(name, offset));
        }
    }

    /// Forgets what was written at an offset or behind it.
    void forgetFrom(int offset) {
        entries.values().removeIf(entry -> entry.offset() >= offset);
    }
}
