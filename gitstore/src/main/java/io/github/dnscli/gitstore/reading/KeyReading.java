package io.github.dnscli.gitstore.reading;

import io.github.dnscli.common.check.KeyFileChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.key.KeyFile;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a key file holds.
public sealed interface KeyReading {

    /// {@return the file}
    Path file();

    /// {@return the keys that count}
    List<TsigKey> keys();

    /// Keys, and what is wrong with the others.
    ///
    /// @param file the file
    /// @param keys those that count
    /// @param findings what is wrong
    record Read(Path file, List<TsigKey> keys, List<Finding> findings) implements KeyReading {}

    /// A file that could not be read.
    ///
    /// @param keys those it held when it could last be read
    /// @param problem why, for people
    record Unreadable(Path file, List<TsigKey> keys, String problem) implements KeyReading {}

    /// {@return the keys of a file}
    ///
    /// @param zone the zone at or below which they must be
    /// @param rights knows of grants
    /// @param last what the file held when it could last be read
    static KeyReading of(TreeFile file, DomainName zone, KeyRights rights, List<TsigKey> last) {
        try {
            String text = new String(file.text().bytes(), StandardCharsets.UTF_8);
            var parsed = KeyFile.parse(text, file.path().toString());
            var findings = new ArrayList<>(parsed.findings());
            findings.addAll(KeyFileChecks.judge(parsed, zone, rights));
            file.exposure().ifPresent(findings::add);
            var keys = parsed.keys().stream().filter(key -> key.name().isAtOrBelow(zone)).toList();
            return new Read(file.path(), keys, List.copyOf(findings));
        } catch (IOException e) {
            return new Unreadable(file.path(), last, IoTrouble.describe(e));
        }
    }
}
