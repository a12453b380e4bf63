package vn.ocop.marketplace.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.JobDesk;
import vn.ocop.marketplace.platform.Jobs;

@RestController
@RequestMapping("/api/v1/jobs")
@Tag(name = "Platform desk: jobs", description = "What runs by itself, and whether it does")
class JobController {

    private final JobDesk desk;

    JobController(JobDesk desk) {
        this.desk = desk;
    }

    record JobList(List<Jobs.Job> items) {}

    @GetMapping
    @Operation(summary = "Every scheduled job with its last success; those that are late first")
    Mono<JobList> all(@AuthenticationPrincipal Caller administrator) {
        return desk.all(administrator).map(JobList::new);
    }
}
