package io.github.dnscli.oserve.keys;

import io.github.dnscli.common.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Remembers what it hears of keys.
final class HeardKeys implements KeyListener {

    final List<List<Path>> credentials = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<String> problems = new ArrayList<>();

    @Override
    public void credentials(List<Path> files) {
        credentials.add(files);
    }

    @Override
    public void commandSaid(String line) {
        said.add(line);
    }

    @Override
    public void policyTrouble(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void policyUnreadable(String problem) {
        problems.add(problem);
    }
}
