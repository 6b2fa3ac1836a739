namespace ActorTerm.Actors.Event;

internal static class LogChannels
{
    private static readonly (LogLevel Level, Type Channel)[] All =
    [
        (LogLevel.DebugLevel, typeof(Debug)),
        (LogLevel.InfoLevel, typeof(Info)),
        (LogLevel.WarningLevel, typeof(Warning)),
        (LogLevel.ErrorLevel, typeof(Error)),
    ];

    /// <param name="level">Null: none.</param>
    public static IEnumerable<Type> AtLeast(LogLevel? level) => All.Where(each => each.Level >= level).Select(each => each.Channel);
}
