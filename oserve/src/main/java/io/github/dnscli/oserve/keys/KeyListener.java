package io.github.dnscli.oserve.keys;

import io.github.dnscli.common.finding.Finding;
import java.nio.file.Path;
import java.util.List;

/// Hears of keys that come from outside the database, and of what they may do.
public interface KeyListener {

    /// Key files were found among the credentials that systemd hands over.
    void credentials(List<Path> files);

    /// The command that prints keys has said something on its standard error.
    void commandSaid(String line);

    /// A line of the policy is no grant; the last good policy stays in force.
    void policyTrouble(Finding finding);

    /// The policy cannot be read; the last good one stays in force.
    ///
    /// @param problem why, for people
    void policyUnreadable(String problem);
}
