package io.github.dnscli.testkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How a [PebbleServer] shall behave.
///
/// @param strict whether it insists on what is only announced for later versions
/// @param nonceRejects how many of a hundred good nonces it turns away
/// @param externalAccounts names and keys (base64url) of the accounts that clients must bind theirs to; none for no need
/// @param alternateRoots how many further chains it offers
/// @param chainLength how many authorities stand between a leaf and the root, 1 or more
/// @param reuses how many of a hundred authorizations it takes from earlier orders
public record PebblePlan(
        boolean strict,
        int nonceRejects,
        Map<String, String> externalAccounts,
        int alternateRoots,
        int chainLength,
        int reuses) {

    /// An authority that makes no trouble.
    public static final PebblePlan PLAIN = new PebblePlan(false, 0, Map.of(), 0, 1, 0);

    /// Copies the map.
    public PebblePlan {
        externalAccounts = Map.copyOf(externalAccounts);
    }

    /// {@return the same, strict, and turning nonces away}
    public PebblePlan strict(int rejects) {
        return new PebblePlan(true, rejects, externalAccounts, alternateRoots, chainLength, reuses);
    }

    /// {@return the same for those only who have an account with it already}
    public PebblePlan externalAccount(String name, String key) {
        return new PebblePlan(
                strict, nonceRejects, Map.of(name, key), alternateRoots, chainLength, reuses);
    }

    /// {@return the same with several chains}
    public PebblePlan chains(int alternates, int length) {
        return new PebblePlan(strict, nonceRejects, externalAccounts, alternates, length, reuses);
    }

    /// {@return the same, remembering names that were proved}
    public PebblePlan reusing() {
        return new PebblePlan(
                strict, nonceRejects, externalAccounts, alternateRoots, chainLength, 100);
    }

    Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        environment.put("PEBBLE_VA_NOSLEEP", "1");
        environment.put("PEBBLE_WFE_NONCEREJECT", Integer.toString(nonceRejects));
        environment.put("PEBBLE_ALTERNATE_ROOTS", Integer.toString(alternateRoots));
        environment.put("PEBBLE_CHAIN_LENGTH", Integer.toString(chainLength));
        environment.put("PEBBLE_AUTHZREUSE", Integer.toString(reuses));
        return environment;
    }

    String configuration(int port, int managementPort) {
        return """
        {
          "pebble": {
            "listenAddress": "127.0.0.1:%d",
            "managementListenAddress": "127.0.0.1:%d",
            "certificate": "cert.pem",
            "privateKey": "key.pem",
            "ocspResponderURL": "",
            "externalAccountBindingRequired": %s,
            "externalAccountMACKeys": { %s }
          }
        }
        """
                .formatted(port, managementPort, !externalAccounts.isEmpty(), keys());
    }

    private String keys() {
        return externalAccounts.entrySet().stream()
                .map(entry -> "\"%s\": \"%s\"".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
