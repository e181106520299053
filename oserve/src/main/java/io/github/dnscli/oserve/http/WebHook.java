package io.github.dnscli.oserve.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Judges the calls of git hosts: `X-Hub-Signature-256` of GitHub, and of Gitea and Forgejo, which have headers of their own
/// too, sign the body; GitLab's `X-Gitlab-Token` is the secret itself.
///
/// @param secret what callers must know
record WebHook(HookSecret secret) {

    private static final String HUB_SIGNATURE = "X-Hub-Signature-256";
    private static final String HUB_PREFIX = "sha256=";
    private static final List<String> SIGNATURES =
            List.of("X-Forgejo-Signature", "X-Gitea-Signature", "X-Gogs-Signature");
    private static final String TOKEN = "X-Gitlab-Token";
    private static final String BRANCHES = "refs/heads/";
    private static final String FORM = "payload=";

    /// The headers of a call.
    @FunctionalInterface
    interface Headers {

        /// {@return the value of a header}
        Optional<String> value(String name);
    }

    /// {@return what to make of a call}
    ///
    /// @param branch the branch that counts; empty if any may
    HookVerdict judge(Headers headers, byte[] body, Optional<String> branch) {
        var proof = proof(headers, body);
        if (proof.isEmpty()) {
            return new HookVerdict.Unproven("it has no signature and no token");
        }
        if (!proof.get()) {
            return new HookVerdict.Unproven("its signature or token is wrong");
        }
        return branch.flatMap(ours -> ref(body).filter(ref -> !ref.equals(BRANCHES + ours)))
                .<HookVerdict>map(other -> new HookVerdict.Irrelevant("it is about " + other))
                .orElseGet(HookVerdict.News::new);
    }

    /// {@return whether the first header that proves something does; empty if there is none}
    private Optional<Boolean> proof(Headers headers, byte[] body) {
        UnaryOperator<String> digits =
                value -> value.startsWith(HUB_PREFIX) ? value.substring(HUB_PREFIX.length()) : "";
        return headers.value(HUB_SIGNATURE)
                .map(digits)
                .or(
                        () ->
                                SIGNATURES.stream()
                                        .flatMap(name -> headers.value(name).stream())
                                        .findFirst())
                .map(value -> secret.hasSigned(body, value))
                .or(() -> headers.value(TOKEN).map(secret::is));
    }

    /// {@return which branch or tag a call is about, if it tells}
    private static Optional<String> ref(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return JsonMember.text(text.startsWith(FORM) ? payload(text) : text, "ref");
    }

    /// GitHub sends a form with the JSON text in it, if it is told to.
    private static String payload(String form) {
        try {
            String value = form.substring(FORM.length()).split("&", 2)[0];
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
