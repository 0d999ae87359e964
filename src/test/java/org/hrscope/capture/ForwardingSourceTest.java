package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardingSourceTest {
    static Method[] calls() {
        return FrameSource.class.getMethods();
    }

    /// What a source can do must not be lost under whatever stands before it.
    @ParameterizedTest
    @MethodSource("calls")
    void everyCallReachesTheOtherSource(Method call) throws Exception {
        List<String> reached = new ArrayList<>();
        FrameSource other =
                (FrameSource)
                        Proxy.newProxyInstance(
                                FrameSource.class.getClassLoader(),
                                new Class<?>[] {FrameSource.class},
                                (_, method, _) -> {
                                    reached.add(method.getName());
                                    return null;
                                });
        Object[] arguments = new Object[call.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = call.getParameterTypes()[i] == long.class ? (Object) 3L : 3;
        }
        call.invoke(new ForwardingSource(other) {}, arguments);
        assertThat(reached).containsExactly(call.getName());
    }
}
