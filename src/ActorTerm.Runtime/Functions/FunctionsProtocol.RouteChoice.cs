using System.Collections.Immutable;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Functions;

public static partial class FunctionsProtocol
{
    /// <summary>What a call comes to: a function to tell, a value at once, or an error.</summary>
    public readonly record struct RouteChoice
    {
        internal RouteChoice(Route route, ImmutableArray<Value> arguments)
        {
            Route = route;
            Arguments = arguments;
        }

        internal RouteChoice(Value value) => Value = value;

        internal RouteChoice(EvaluationError error) => Error = error;

        /// <summary>Null when there is nothing to tell: then <see cref="Error"/>, or else <see cref="Value"/>, is the result.</summary>
        public Route? Route { get; }

        /// <summary>In the order of the route's signature.</summary>
        public ImmutableArray<Value> Arguments { get; } = [];

        public Value Value { get; }

        public EvaluationError? Error { get; }

        /// <summary>Another function that would have fitted as well.</summary>
        public Route? Rival { get; init; }

        /// <summary>Not a script's function, and which.</summary>
        public bool IsBuiltIn => BuiltIn is not null;

        internal BuiltIn? BuiltIn { get; init; }

        internal object? Request { get; init; }

        /// <summary>The message to tell <see cref="Route"/>.</summary>
        public object MakeCall(long number) => BuiltIn is null ? new Call(number, Arguments) : new BuiltInCall(number, BuiltIn.Signature, Request!);
    }
}
