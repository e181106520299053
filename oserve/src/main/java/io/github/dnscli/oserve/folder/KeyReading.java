package io.github.dnscli.oserve.folder;

import io.github.dnscli.cli.IoTrouble;
import io.github.dnscli.common.check.KeyFileChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.key.KeyFile;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    static KeyReading of(Path file, DomainName zone, KeyRights rights, List<TsigKey> last) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            var parsed = KeyFile.parse(text, file.toString());
            var findings = new ArrayList<>(parsed.findings());
            findings.addAll(KeyFileChecks.judge(parsed, zone, rights));
            exposure(file).ifPresent(findings::add);
            var keys = parsed.keys().stream().filter(key -> key.name().isAtOrBelow(zone)).toList();
            return new Read(file, keys, List.copyOf(findings));
        } catch (IOException e) {
            return new Unreadable(file, last, IoTrouble.describe(e));
        }
    }

    private static Optional<Finding> exposure(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        boolean exposed =
                view != null
                        && view.readAttributes()
                                .permissions()
                                .contains(PosixFilePermission.OTHERS_READ);
        return exposed
                ? Optional.of(
                        KeyFileChecks.KEY_FILE_READABLE
                                .at(
                                        Place.wholeOf(file.toString()),
                                        "everybody on this machine can read the keys in it")
                                .withHint("chmod o= '" + file + "'"))
                : Optional.empty();
    }
}
