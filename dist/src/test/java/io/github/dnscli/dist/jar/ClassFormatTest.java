package io.github.dnscli.dist.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassFormatTest {

    @Test
    void changesNothingThatCanBeSeen() throws Exception {
        var plain =
                (Supplier<?>)
                        new Rewriting()
                                .loadClass(RewrittenSample.class.getName())
                                .getDeclaredConstructor()
                                .newInstance();

        assertThat(plain.getClass()).isNotEqualTo(RewrittenSample.class);
        assertThat(plain.get()).isEqualTo(new RewrittenSample().get());
    }

    @Test
    void leavesNoCallSiteThatTheCacheDoesNotKeep() throws IOException {
        assertThat(callSites(original(RewrittenSample.class.getName()))).contains("typeSwitch");
        assertThat(callSites(rewritten(RewrittenSample.class.getName()))).isEmpty();
        assertThat(callSites(rewritten(RewrittenSample.class.getName() + "$Sign"))).isEmpty();
        assertThat(callSites(rewritten(RewrittenSample.class.getName() + "$Nothing")))
                .containsOnly("toString");
    }

    private static Stream<String> callSites(byte[] classFile) {
        return ClassFile.of().parse(classFile).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .mapMulti(ClassFormatTest::name);
    }

    private static void name(CodeElement element, Consumer<String> names) {
        if (element instanceof InvokeDynamicInstruction site) {
            names.accept(site.name().stringValue());
        }
    }

    private static byte[] rewritten(String type) throws IOException {
        return new ClassFormat(Map.of()).modern(entry(type), original(type));
    }

    private static byte[] original(String type) throws IOException {
        try (var original = ClassLoader.getSystemResourceAsStream(entry(type))) {
            return Objects.requireNonNull(original).readAllBytes();
        }
    }

    private static String entry(String type) {
        return type.replace('.', '/') + ".class";
    }

    /// Loads the sample and what is inside it in the form of the image.
    private static final class Rewriting extends ClassLoader {

        Rewriting() {
            super(ClassFormatTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(RewrittenSample.class.getName())) {
                return super.loadClass(name, resolve);
            }
            var loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try {
                byte[] plain = rewritten(name);
                return defineClass(name, plain, 0, plain.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
