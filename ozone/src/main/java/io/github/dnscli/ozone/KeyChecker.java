package io.github.dnscli.ozone;

import io.github.dnscli.common.check.KeyFileChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.key.KeyFile;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Has key files judged. Their lines are never shown: they hold secrets.
///
/// @param judging what they are judged by
record KeyChecker(Judging judging) {

    private static final int LARGEST = 1 << 20;

    /// {@return what came of a key file}
    ///
    /// @param zone at or below which its keys belong
    /// @throws IOException if it cannot be found out who may read it
    Inspected check(FileText text, Source content, DomainName zone) throws IOException {
        String label = text.label();
        return content.length() > LARGEST
                ? new Inspected.Unreadable(label, "'" + label + "' is too large for a key file")
                : judged(text, content, zone);
    }

    private Inspected judged(FileText text, Source content, DomainName zone) throws IOException {
        String keys = new String(content.bytes(), StandardCharsets.UTF_8);
        var file = KeyFile.parse(keys, text.label());
        var findings = new ArrayList<>(file.findings());
        findings.addAll(KeyFileChecks.judge(file, zone, KeyRights.BY_NAME));
        findings.addAll(access(text, file));
        return new Inspected.JudgedKeys(
                text.label(), file.keys().size(), judging.remarksOnly(findings));
    }

    private static List<Finding> access(FileText text, KeyFile file) throws IOException {
        return !file.keys().isEmpty() && text.snapshot().isOpenToAll(text.name())
                ? List.of(openToAll(text.label()))
                : List.of();
    }

    private static Finding openToAll(String name) {
        return KeyFileChecks.KEY_FILE_READABLE
                .at(Place.wholeOf(name), "everybody on this machine can read the secrets in it")
                .withHint("chmod o= '" + name + "'");
    }
}
