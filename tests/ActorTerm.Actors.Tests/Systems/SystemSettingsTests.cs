namespace ActorTerm.Actors.Tests.Systems;

public class SystemSettingsTests
{
    [Fact]
    public void Without_a_text_the_defaults_hold()
    {
        var settings = SystemSettings.From(ConfigurationFactory.Empty);

        Assert.Equal(128, settings.Throughput);
        Assert.Equal(LogLevel.InfoLevel, settings.LogLevel);
        Assert.Equal([LoggerSetting.StandardOutput], settings.Loggers);
        Assert.Equal(10, settings.DeadLettersLogged);
        Assert.Null(settings.MakeScheduler);
    }

    [Fact]
    public void A_text_replaces_them_and_what_the_kernel_does_not_know_is_somebody_elses()
    {
        var settings = Settings(
            """
            akka {
              loglevel = debug
              loggers = []
              log-dead-letters = 3
              actor.default-dispatcher { throughput = 7, type = ForkJoinDispatcher }
              remote.port = 8081
            }
            """);

        Assert.Equal(7, settings.Throughput);
        Assert.Equal(LogLevel.DebugLevel, settings.LogLevel);
        Assert.Empty(settings.Loggers);
        Assert.Equal(3, settings.DeadLettersLogged);
    }

    [Theory]
    [InlineData("on", int.MaxValue)]
    [InlineData("off", 0)]
    [InlineData("0", 0)]
    public void Dead_letters_are_logged_all_none_or_so_many(string value, int logged) =>
        Assert.Equal(logged, Settings($"akka.log-dead-letters = {value}").DeadLettersLogged);

    [Fact]
    public void The_log_can_be_off() => Assert.Null(Settings("akka.loglevel = OFF").LogLevel);

    [Theory]
    [InlineData("akka.loglevel = LOUD", "akka.loglevel")]
    [InlineData("akka.log-dead-letters = some", "akka.log-dead-letters")]
    [InlineData("akka.log-dead-letters = -1", "akka.log-dead-letters")]
    [InlineData("akka.actor.default-dispatcher.throughput = 0", "throughput")]
    [InlineData("akka.actor.default-dispatcher.throughput = many", "throughput")]
    [InlineData("akka.loggers = [\"Some.Logger, Some\"]", "akka.loggers")]
    [InlineData("akka.scheduler.implementation = Other", "akka.scheduler.implementation")]
    public void A_value_that_a_setting_cannot_have_is_refused_by_name(string text, string named)
    {
        var refused = Assert.Throws<FormatException>(() => ActorSystem.Create("x", ConfigurationFactory.ParseString(text)));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    private static SystemSettings Settings(string text) => SystemSettings.From(ConfigurationFactory.ParseString(text));
}
