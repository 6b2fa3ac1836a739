namespace ActorTerm.Actors.Event;

/// <summary>An actor that gets all log events.</summary>
internal sealed record LoggerSetting(string Name, Props Props)
{
    public static readonly LoggerSetting StandardOutput =
        new("standardOutputLogger", Props.CreateBy(new FuncProducer<StandardOutputLogger>(() => new StandardOutputLogger(Console.Out))));

    /// <exception cref="FormatException">There is no such logger: whoever wants another subscribes an actor to <see cref="LogEvent"/>.</exception>
    public static LoggerSetting Named(string name) => name.Split(',')[0] switch
    {
        "Akka.Event.DefaultLogger" => StandardOutput,
        _ => throw new FormatException($"akka.loggers can hold 'Akka.Event.DefaultLogger' only, not '{name}'"),
    };
}
