package io.github.dnscli.certifier.primary;

import io.github.dnscli.common.request.Reply;
import java.io.IOException;

/// Why a server did not do what the certifier needs.
public sealed interface Trouble {

    /// {@return what is wrong, for people}
    String problem();

    /// The server does not want to.
    record Refusal(String problem) implements Trouble {}

    /// What the server wants cannot be told: no reply came, or none that can be trusted.
    record Uncertainty(String problem) implements Trouble {}

    /// {@return the trouble with a reply}
    static Trouble of(Reply.Failed reply) {
        return switch (reply) {
            case Reply.Refused refused -> new Refusal(refused.problem());
            case Reply.Unverified unverified -> new Uncertainty(unverified.problem());
            case Reply.Unrelated(var problem) -> new Uncertainty(problem);
            case Reply.Garbled(var problem) -> new Uncertainty(problem);
        };
    }

    /// {@return the trouble of a reply that did not come}
    static Trouble of(IOException failure) {
        return new Uncertainty(String.valueOf(failure.getMessage()));
    }
}
