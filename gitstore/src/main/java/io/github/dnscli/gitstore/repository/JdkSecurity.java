package io.github.dnscli.gitstore.repository;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.common.util.security.SecurityProviderRegistrar;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;

/// Makes the JDK's Ed25519 known to the ssh library, under the name that it asks first.
final class JdkSecurity implements SecurityProviderRegistrar {

    private static final String PROVIDER = "SunEC";
    private static final Set<String> ALGORITHMS = Set.of(JdkEd25519.ALGORITHM, "EdDSA");
    private static final Set<Class<?>> ENTITIES =
            Set.of(KeyFactory.class, KeyPairGenerator.class, Signature.class);

    /// Takes effect before the library has made its own choice; so that keys of one kind do not meet signers of another,
    /// Bouncy Castle is no longer one, should it be on the class path.
    static void register() {
        if (!SecurityUtils.isRegistrationCompleted()) {
            SecurityUtils.setAPrioriDisabledProvider(SecurityUtils.BOUNCY_CASTLE, true);
        }
        SecurityUtils.registerSecurityProvider(new JdkSecurity());
    }

    @Override
    public String getName() {
        return SecurityUtils.EDDSA;
    }

    @Override
    public Provider getSecurityProvider() {
        return Security.getProvider(PROVIDER);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of();
    }

    @Override
    public boolean isNamedProviderUsed() {
        return false;
    }

    @Override
    public boolean isSupported() {
        return Security.getProvider(PROVIDER) != null;
    }

    @Override
    public boolean isSecurityEntitySupported(Class<?> entity, String algorithm) {
        return ENTITIES.contains(entity) && ALGORITHMS.contains(algorithm);
    }

    @Override
    public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
        return Optional.of(new JdkEd25519());
    }
}
