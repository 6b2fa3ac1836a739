using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace ActorTerm.Actors;

/// <summary>Makes an actor by the public constructor that fits the arguments it was given once.</summary>
internal sealed class ConstructorProducer(Type type, object?[] args) : IIndirectActorProducer
{
    public Type ActorType => type;

    public static ConstructorProducer From<TActor>(Expression<Func<TActor>> factory)
    {
        if (factory.Body is not NewExpression { Constructor: not null } creation)
            throw new ArgumentException("Props.Create takes an expression of the form () => new SomeActor(...)", nameof(factory));

        return new ConstructorProducer(creation.Type, [.. creation.Arguments.Select(Evaluate)]);
    }

    /// <exception cref="MissingMethodException">No public constructor takes these arguments.</exception>
    public ActorBase Produce()
    {
        try
        {
            return (ActorBase)Activator.CreateInstance(type, args)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
            throw;
        }
    }

    public void Release(ActorBase actor)
    {
        // Nothing is pooled.
    }

    private static object? Evaluate(Expression argument) => argument is ConstantExpression constant
        ? constant.Value
        : Expression.Lambda<Func<object?>>(Expression.Convert(argument, typeof(object))).Compile(preferInterpretation: true)();
}
