namespace ActorTerm.Actors.Event;

public static class Logging
{
    /// <summary>A log whose source is the actor's path.</summary>
    /// <param name="logMessageFormatter">Null: <see cref="string.Format(string, object[])"/>.</param>
    public static ILoggingAdapter GetLogger(this IActorContext context, ILogMessageFormatter? logMessageFormatter = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new BusLogging(context.System.EventStream, context.Self.Path.ToString(), context.Props.Type, logMessageFormatter);
    }
}
