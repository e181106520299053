package io.github.dnscli.oserve.keys;

import io.github.dnscli.cli.SmallFile;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.PolicyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;

/// What keys may do beyond what their names say: the grants of the command line, and those of a policy file.
///
/// A file with errors is not followed at all: half a policy is nobody's.
final class PolicySource {

    private final KeyOptions options;
    private final KeyListener listener;
    private volatile KeyRights rights;

    private PolicySource(KeyOptions options, KeyListener listener) {
        this.options = options;
        this.listener = listener;
        this.rights = new KeyRights(options.grants());
    }

    static PolicySource open(KeyOptions options, KeyListener listener) throws IOException {
        var source = new PolicySource(options, listener);
        source.read();
        return source;
    }

    KeyRights rights() {
        return rights;
    }

    KeyRights readAgain() {
        try {
            read();
        } catch (IOException e) {
            listener.policyUnreadable(IoTrouble.describe(e));
        }
        return rights;
    }

    private void read() throws IOException {
        if (options.policy().isPresent()) {
            rights = read(options.policy().get());
        }
    }

    private KeyRights read(Path file) throws IOException {
        var policy = PolicyFile.parse(SmallFile.read(file), file.toString());
        policy.findings().forEach(listener::policyTrouble);
        if (!policy.findings().isEmpty()) {
            throw new IOException("'" + file + "' has errors");
        }
        var all = new ArrayList<>(options.grants());
        all.addAll(policy.grants());
        return new KeyRights(all);
    }
}
