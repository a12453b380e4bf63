package vn.ocop.marketplace.account;

import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Jobs;

/** Shows administrators how the scheduled jobs fare. */
@Service
public class JobDesk {

    private final Jobs jobs;

    JobDesk(Jobs jobs) {
        this.jobs = jobs;
    }

    public Mono<List<Jobs.Job>> all(Caller administrator) {
        administrator.mustBeAllowed(Permission.PLATFORM_AUDIT, "*", AccountProblem.WORKPLACE_NOT_FOUND);
        return jobs.all();
    }
}
