// Package node is a committee's key-release daemon: it watches an escrow on one
// or more chains, computes this node's shares of what was paid for, collects its
// peers' shares, and serves the releases.
//
// A [Service] starts and stops as go-ethereum's node.Lifecycle does. [Open]
// makes one from a node's folder, as the command shrinkwrapd runs it over
// endpoints; [Register] makes one a plugin of a go-ethereum node, which it
// watches over the in-process connection; [New] makes one from parts. A [Home]
// is the folder, [Config] and its [Config.Manual] the operator's manual, and
// [Deal] makes the folders of a whole committee for trials.
package node

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"golang.org/x/sync/errgroup"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node/answer"
	"github.com/shrinkwrap/shrinkwrap/node/api"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/peer"
	"github.com/shrinkwrap/shrinkwrap/node/release"
	"github.com/shrinkwrap/shrinkwrap/node/store"
	"github.com/shrinkwrap/shrinkwrap/node/watch"
)

// stopTimeout bounds a clean stop.
const stopTimeout = 10 * time.Second

// Deps are the parts that a service is made of, besides its configuration. It
// closes the store when it has stopped.
type Deps struct {
	Key        threshold.KeyShare
	Committees map[uint64]nodeapi.Committee // by chain id, all of the same keys
	Store      store.Store
	Log        *slog.Logger
	Software   string // name and version, for /v1/info

	// Signers sign answers of disputes, by chain id. A chain without one is one
	// whose disputes this node does not answer.
	Signers map[uint64]chain.Signer

	// Connect connects to a chain. Nil: to its configuration's endpoints.
	Connect func(ctx context.Context, c ChainConfig) (Chain, error)
	// Peers are the other nodes by their numbers. Nil: those at the URLs of the
	// first chain's committee.
	Peers map[int]peer.Peer
	// Listener serves the API. Nil: one on the configuration's address.
	Listener net.Listener
	// AwaitEscrow waits for an escrow that has no code yet instead of refusing
	// it, on a chain that begins together with the node.
	AwaitEscrow bool
}

// Service is a running node.
type Service struct {
	config   Config
	deps     Deps
	registry *prometheus.Registry
	links    []*link
	feed     *feed.Feed
	answers  *api.Answers
	keeper   *release.Keeper
	server   *api.Server
	listener net.Listener
	writable cachedCheck

	ctx    context.Context // ends with Stop or the first fatal error
	cancel context.CancelFunc
	group  *errgroup.Group
	wait   func() error
}

// New makes a service, which does nothing until it is started.
func New(c Config, d Deps) (*Service, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	group, err := sameGroup(c, d.Committees)
	if err != nil {
		return nil, err
	}
	s := &Service{config: c, deps: d, registry: prometheus.NewRegistry(), feed: feed.New(c.MaxEvents)}
	s.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.writable = cachedCheck{check: d.Store.Writable}
	s.wait = sync.OnceValue(s.end)
	metrics := s.metrics()
	watching := watch.NewMetrics(metrics)
	for _, section := range c.Chains {
		l, err := s.newLink(section, watching)
		if err != nil {
			return nil, err
		}
		s.links = append(s.links, l)
	}
	rules, err := s.rules(group)
	if err != nil {
		return nil, err
	}
	s.keeper, err = release.NewKeeper(release.Config{
		Key: d.Key, Group: group, Rules: rules, Store: d.Store, Feed: s.feed, Log: d.Log, Metrics: release.NewMetrics(metrics),
	})
	if err != nil {
		return nil, err
	}
	s.serve(group, peer.NewMetrics(metrics))
	return s, nil
}

// serve puts together what answers.
func (s *Service) serve(group threshold.Group, metrics *peer.Metrics) {
	d, committee := s.deps, s.deps.Committees[s.config.Chains[0].ID]
	peers := d.Peers
	if peers == nil {
		peers = peersOf(committee, d.Key.Index)
	}
	collector := peer.New(s.ctx, peer.Config{
		Group: group, Self: d.Key.Index, Peers: peers, Store: d.Store, Feed: s.feed, Log: d.Log, Metrics: metrics, Open: s.keeper.Unseal,
	})
	s.answers = &api.Answers{
		Software: d.Software, Node: d.Key.Index, Committee: committee, GroupKey: group.Key(),
		Keeper: s.keeper, Collector: collector, Store: d.Store, Feed: s.feed, Log: d.Log,
	}
	s.answerDisputes(group, collector, answer.NewMetrics(s.metrics()))
	for _, l := range s.links {
		s.answers.Chains = append(s.answers.Chains, l)
	}
	s.server = api.NewServer(api.ServerConfig{Answers: s.answers, Ready: s.Ready, Registry: s.registry, MostWaiting: s.config.MaxWaiting})
}

// answerDisputes puts together what answers disputes, on the chains where the
// operator gave an account for it.
func (s *Service) answerDisputes(group threshold.Group, collector *peer.Collector, metrics *answer.Metrics) {
	for i, l := range s.links {
		c, signer := s.config.Chains[i], s.deps.Signers[l.chain.ID]
		section := c.Answer.withDefaults()
		if signer == nil {
			continue
		}
		least, err := section.minBalance()
		if err != nil {
			continue // Config.Check refused it
		}
		rules, err := s.keeper.RulesOf(l.chain.ID)
		if err != nil {
			continue // each link has its rules
		}
		l.answerer = answer.New(answer.Config{
			Rules: rules, Group: group, Node: s.deps.Key.Index, Keeper: s.keeper, Collector: collector, Store: s.deps.Store,
			Feed: s.feed, Log: s.deps.Log, Metrics: metrics, Client: l.sendingClient, Signer: signer,
			MaxFee: section.maxFee(), MinBalance: least, MaxBatch: section.MaxBatch, Poll: time.Duration(c.Poll),
		})
	}
}

// metrics registers metrics under the node's prefix.
func (s *Service) metrics() prometheus.Registerer {
	return prometheus.WrapRegistererWithPrefix("shrinkwrap_", s.registry)
}

// Start checks what can be checked and begins to serve. It refuses a chain that
// is not the configured one; a chain that cannot be reached is waited for while
// the node answers.
func (s *Service) Start() (err error) {
	for _, l := range s.links {
		if err := l.inspect(s.ctx); errors.Is(err, ErrRefused) {
			return errors.Join(err, s.close())
		} else if err != nil {
			s.deps.Log.Warn("chain cannot be asked yet", "chain", l.chain.ID, "err", err)
		}
	}
	if s.listener = s.deps.Listener; s.listener == nil {
		if s.listener, err = net.Listen("tcp", s.config.Listen); err != nil {
			return errors.Join(fmt.Errorf("listening: %w", err), s.close())
		}
	}
	group, ctx := errgroup.WithContext(s.ctx)
	s.group = group
	for _, l := range s.links {
		group.Go(func() error { return l.run(ctx) })
		s.startAnswering(ctx, group, l)
	}
	group.Go(func() error { s.keeper.Run(ctx); return nil })
	group.Go(func() error { return s.server.Serve(s.listener) })
	group.Go(func() error { // also ends the server when another part failed
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), stopTimeout)
		defer cancel()
		return s.server.Shutdown(stop)
	})
	go s.Wait() // ends what is left when a part failed, whether or not anybody waits
	s.deps.Log.Info("node serves", "url", s.URL(), "node", s.deps.Key.Index, "groupKey", s.answers.GroupKey)
	return nil
}

// startAnswering begins to answer a chain's disputes, or says that nobody does.
func (s *Service) startAnswering(ctx context.Context, group *errgroup.Group, l *link) {
	if l.answerer == nil {
		s.deps.Log.Warn("disputes are not answered: keystore in [chain.answer] names no account; if no other node and no publisher answers in time, publishers lose what was released to buyers who dispute",
			"chain", l.chain.ID)
		return
	}
	group.Go(func() error { l.answerer.Run(ctx); return nil })
}

// URL returns where the API is served, once the service has started.
func (s *Service) URL() string { return "http://" + s.listener.Addr().String() }

// Answers returns what the node has to say, for callers in the same process.
func (s *Service) Answers() *api.Answers { return s.answers }

// Wait returns when the service has ended: nil after Stop, else why it could not
// go on.
func (s *Service) Wait() error { return s.wait() }

func (s *Service) end() error {
	err := s.group.Wait()
	s.cancel()
	if err != nil {
		s.deps.Log.Error("node ends", "err", err)
	}
	return errors.Join(err, s.close())
}

// Stop ends the service and returns when it has ended.
func (s *Service) Stop() error {
	s.cancel()
	if s.group == nil {
		return s.close()
	}
	return s.Wait()
}

func (s *Service) close() error {
	s.cancel()
	for _, l := range s.links {
		l.close()
	}
	return s.deps.Store.Close()
}
