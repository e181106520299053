package io.github.dnscli.oupdate;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.KeyChoice;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.TsigKey;
import java.io.IOException;

/// Has a server set the address of a host.
final class Updater {

    private final World world;
    private final Progress progress;

    Updater(World world, Progress progress) {
        this.world = world;
        this.progress = progress;
    }

    /// {@return what came of it}
    ///
    /// @throws IOException if the server did not reply
    Updated send(OupdateOptions options) throws IOException {
        return switch (options.key()) {
            case KeyChoice.Chosen(var key) -> send(key, options);
            case KeyChoice.Unusable(var problem, var status) -> new Updated.Unsent(problem, status);
            case KeyChoice.Absent _ -> new Updated.Unsent("missing KEY", ExitStatus.USAGE);
        };
    }

    private Updated send(TsigKey key, OupdateOptions options) throws IOException {
        return switch (options.server()) {
            case ServerChoice.Chosen(var server) ->
                    new AddressChange(
                                    new SignedLine(world, server, options.timeout(), key), progress)
                            .make(options.record());
            case ServerChoice.Unusable(var problem) ->
                    new Updated.Unsent(problem, ExitStatus.USAGE);
            case ServerChoice.Absent _ -> new Updated.Unsent("missing SERVER", ExitStatus.USAGE);
        };
    }
}
