package io.github.dnscli.ozone;

import io.github.dnscli.common.check.KeyFileChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.finding.Report;
import io.github.dnscli.common.key.KeyFile;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Has key files judged. Their lines are never shown: they hold secrets.
///
/// @param files opens them
record KeyChecker(InputFiles files) {

    private static final int LARGEST = 1 << 20;

    /// {@return what came of a key file}
    ///
    /// @param zone at or below which its keys belong
    /// @throws IOException if it cannot be read
    Inspected check(String name, DomainName zone) throws IOException {
        var source = files.open(name);
        return source.length() > LARGEST
                ? new Inspected.Unreadable(name, "'" + name + "' is too large for a key file")
                : judged(source, zone);
    }

    private Inspected judged(Source source, DomainName zone) throws IOException {
        String text = new String(source.bytes(), StandardCharsets.UTF_8);
        var file = KeyFile.parse(text, source.name());
        var report =
                new Report(file.findings())
                        .and(KeyFileChecks.judge(file, zone, KeyRights.BY_NAME))
                        .and(access(file));
        return new Inspected.JudgedKeys(
                source.name(), file.keys().size(), Remark.on(source, report));
    }

    private List<Finding> access(KeyFile file) throws IOException {
        return file.keys().isEmpty() || !files.isOpenToAll(file.source())
                ? List.of()
                : List.of(openToAll(file.source()));
    }

    private static Finding openToAll(String name) {
        return KeyFileChecks.KEY_FILE_READABLE
                .at(Place.wholeOf(name), "everybody on this machine can read the secrets in it")
                .withHint("chmod o= '" + name + "'");
    }
}
