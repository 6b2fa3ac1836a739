using System.Linq.Expressions;

namespace ActorTerm.Actors;

/// <summary>How to make an actor. Immutable, and good for any number of actors.</summary>
public class Props
{
    private readonly SupervisorStrategy? _supervisorStrategy;

    private Props(IIndirectActorProducer producer, SupervisorStrategy? supervisorStrategy)
    {
        Producer = producer;
        _supervisorStrategy = supervisorStrategy;
    }

    public Type Type => Producer.ActorType;

    /// <summary>Null: the actor's own <c>SupervisorStrategy()</c> holds.</summary>
    public SupervisorStrategy? SupervisorStrategy => _supervisorStrategy;

    internal IIndirectActorProducer Producer { get; }

    /// <param name="args">Not used: Akka.NET's signature has it.</param>
    public static Props CreateBy(IIndirectActorProducer producer, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(producer);
        return new Props(producer, null);
    }

    /// <param name="args">For the public constructor that fits them; evaluated now, and shared by all incarnations.</param>
    public static Props Create<TActor>(params object[] args) where TActor : ActorBase => Create(typeof(TActor), args);

    /// <inheritdoc cref="Create{TActor}(object[])"/>
    public static Props Create(Type type, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new Props(new ConstructorProducer(type, args), null);
    }

    /// <param name="factory">A <c>new</c> expression. Its arguments are evaluated now, once, and shared by all incarnations.</param>
    /// <exception cref="ArgumentException">It is no <c>new</c> expression.</exception>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase
    {
        ArgumentNullException.ThrowIfNull(factory);
        return new Props(ConstructorProducer.From(factory), supervisorStrategy);
    }

    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy) => new(Producer, supervisorStrategy);
}
