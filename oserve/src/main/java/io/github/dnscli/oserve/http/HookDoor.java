package io.github.dnscli.oserve.http;

import com.sun.net.httpserver.HttpExchange;
import io.github.dnscli.common.record.Addresses;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/// Takes the calls of web hooks.
///
/// @param hook judges them
/// @param branch tells the branch that counts; empty if any may
/// @param refresh looks for news, soon; returns at once
/// @param log hears of calls
record HookDoor(WebHook hook, Supplier<Optional<String>> branch, Runnable refresh, Log log) {

    private static final int LARGEST_BODY = 1 << 20;

    HttpReply answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return HttpReply.only("POST");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return HttpReply.plain(HttpReply.TOO_LARGE, "a body has a mebibyte at the most");
        }
        var headers = exchange.getRequestHeaders();
        String caller = Addresses.data(exchange.getRemoteAddress().getAddress()).text();
        return answer(
                hook.judge(name -> Optional.ofNullable(headers.getFirst(name)), body, branch.get()),
                caller);
    }

    private HttpReply answer(HookVerdict verdict, String caller) {
        return switch (verdict) {
            case HookVerdict.News _ -> {
                log.write(
                        LogEvent.info(
                                        "hook",
                                        "told by a web hook, from " + caller + ": looking for news")
                                .with("peer", caller));
                refresh.run();
                yield HttpReply.plain(HttpReply.ACCEPTED, "looking for news");
            }
            case HookVerdict.Irrelevant(var reason) -> {
                log.write(
                        LogEvent.detail(
                                        "hook-ignored",
                                        "a web hook, from " + caller + ", is ignored: " + reason)
                                .with("peer", caller));
                yield HttpReply.plain(HttpReply.OK, "ignored: " + reason);
            }
            case HookVerdict.Unproven(var reason) -> {
                log.write(
                        LogEvent.warning(
                                        "hook-refused",
                                        "refused a web hook, from " + caller + ": " + reason)
                                .with("peer", caller));
                yield HttpReply.plain(HttpReply.UNAUTHORIZED, "refused: " + reason);
            }
        };
    }
}
