package io.github.dnscli.common.key;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import java.util.List;
import java.util.Optional;

/// The keys of a key file, in any of the formats people hold them in:
///
/// - lines of `NAME:ALGORITHM:SECRET`, as on a command line;
/// - lines of a zone file, `NAME DNSKEY 0 3 163 SECRET` or dnssec-keygen's `NAME IN KEY 512 3 163 SECRET`; a name
///   without final dot is absolute, TTL and class may be missing;
/// - BIND's clauses `key "NAME" { algorithm hmac-sha256; secret "SECRET"; };`, also among others;
/// - Knot's YAML, a `key:` section with `id`, `algorithm` and `secret`;
/// - dnssec-keygen's `K….private`, whose file name tells the key's.
///
/// @param source the name of the file as the user knows it
/// @param placed the keys, each with its place
/// @param findings what is wrong with the others
public record KeyFile(String source, List<PlacedKey> placed, List<Finding> findings) {

    /// A line or clause that is no key, or a second secret for one name.
    public static final Check KEY_RECORD = Check.syntax("key-record");

    /// A secret shorter than the hash it is used with (RFC 8945 §8).
    public static final Check KEY_TOO_SHORT = Check.policy("key-too-short");

    /// Copies the lists.
    public KeyFile {
        placed = List.copyOf(placed);
        findings = List.copyOf(findings);
    }

    /// {@return the keys in the text of a key file}; what cannot be read becomes a finding
    ///
    /// @param sourceName the name of the file as the user knows it
    public static KeyFile parse(String fileText, String sourceName) {
        var found = new KeyCollector(sourceName);
        if (PrivateKeyFile.isOne(fileText)) {
            PrivateKeyFile.read(fileText, sourceName, found);
        } else if (KnotKeys.areIn(fileText)) {
            KnotKeys.read(fileText, found);
        } else if (BindKeys.areIn(fileText)) {
            BindKeys.read(fileText, found);
        } else {
            KeyLines.read(fileText, found);
        }
        return found.file();
    }

    /// {@return the keys}
    public List<TsigKey> keys() {
        return placed.stream().map(PlacedKey::key).toList();
    }

    /// {@return the key of a name}
    public Optional<TsigKey> key(DomainName name) {
        return keys().stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /// {@return the only key of the file}; invalid when there is none or more than one, or when the file has errors
    public ParsedKey key() {
        var error = findings.stream().filter(Finding::isError).findFirst();
        if (error.isPresent()) {
            return new ParsedKey.Invalid(error.get().place() + ": " + error.get().message());
        }
        return switch (placed.size()) {
            case 0 -> new ParsedKey.Invalid("'" + source + "' holds no key");
            case 1 -> new ParsedKey.Valid(placed.getFirst().key());
            default ->
                    new ParsedKey.Invalid(
                            "'" + source + "' holds " + placed.size() + " keys, where one is due");
        };
    }
}
