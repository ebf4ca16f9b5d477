package cn.shequ.benchmarks.torture;

import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.up.KillableSuite;
import cn.shequ.localstack.up.SuiteService;
import java.io.IOException;

/** What is killed, as a power cut would. */
enum Victim {
    /** Its successor is started at once, by the one who watches it. */
    SERVICE {
        @Override
        void kill(KillableSuite suite) throws IOException {
            suite.services().kill(SuiteService.FUNDING);
        }

        @Override
        void revive(KillableSuite suite) {
            // Somebody else does.
        }
    },
    KAFKA {
        @Override
        void kill(KillableSuite suite) {
            suite.kill(Part.KAFKA);
        }

        @Override
        void revive(KillableSuite suite) throws IOException {
            suite.restart(Part.KAFKA);
        }
    },
    POSTGRES {
        @Override
        void kill(KillableSuite suite) {
            suite.kill(Part.POSTGRES);
        }

        @Override
        void revive(KillableSuite suite) throws IOException {
            suite.restart(Part.POSTGRES);
        }
    };

    abstract void kill(KillableSuite suite) throws IOException;

    abstract void revive(KillableSuite suite) throws IOException;
}
