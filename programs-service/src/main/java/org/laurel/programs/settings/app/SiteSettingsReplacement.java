package org.laurel.programs.settings.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.revision.Revise;
import org.laurel.kit.revision.Revised;
import org.laurel.kit.revision.Revising;
import org.laurel.programs.evaluation.app.EvaluationJobs;
import org.laurel.programs.settings.db.SiteSettingsContent;
import org.laurel.programs.settings.db.SiteSettingsQuery;
import org.laurel.programs.settings.db.SiteSettingsQuery.Found;
import org.laurel.programs.settings.domain.NewlyCertified;
import org.laurel.programs.settings.domain.ReplaceSiteSettings;
import org.laurel.programs.settings.domain.SiteSettings;

/** Replaces the site settings. Programs that may award from now on do so by jobs. */
@ApplicationScoped
public class SiteSettingsReplacement {

    private final KeyLocks locks;
    private final SiteSettingsQuery settings;
    private final SiteSettingsContent content;
    private final Revising revising;
    private final EvaluationJobs jobs;

    SiteSettingsReplacement(
            KeyLocks locks,
            SiteSettingsQuery settings,
            SiteSettingsContent content,
            Revising revising,
            EvaluationJobs jobs) {
        this.locks = locks;
        this.settings = settings;
        this.content = content;
        this.revising = revising;
        this.jobs = jobs;
    }

    /** Applies the commands, of which there is one at most, since there is one site. */
    @Transactional
    public List<SettingOutcome> apply(List<ReplaceSiteSettings> commands) {
        return commands.stream().map(this::replace).toList();
    }

    private SettingOutcome replace(ReplaceSiteSettings command) {
        locks.change(List.of(SiteSettings.SUBJECT));
        Found before = settings.newest().orElse(null);
        if (!command.expected().isMetBy(before == null ? 0L : before.revision().id())) {
            return new SettingOutcome.Outdated();
        }
        Revised revised = revising.apply(List.of(new Revise(
                        SiteSettings.SUBJECT, true, content.write(command.settings()), command.at(), command.cause())))
                .getFirst();
        if (revised.added()) {
            submit(
                    NewlyCertified.between(
                            before == null ? SiteSettings.DEFAULT : before.settings(), command.settings()),
                    SiteSettings.SUBJECT + "-" + revised.revision().id(),
                    command.cause().by());
        }
        return new SettingOutcome.Held(revised);
    }

    private void submit(NewlyCertified newly, String change, String by) {
        switch (newly) {
            case NewlyCertified.Nothing nothing -> {}
            case NewlyCertified.Everything everything -> jobs.submit(null, change, by);
            case NewlyCertified.Programs programs -> jobs.submit(programs.uuids(), change, by);
        }
    }
}
